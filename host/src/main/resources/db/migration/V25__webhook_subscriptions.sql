-- What services were asked to tell of. Each has an address of its own, with the same id.
create table webhook_subscription (
  id varchar(40) primary key,
  tenant_id varchar(40) not null,
  connection_id varchar(40) not null,
  type varchar(60) not null,
  collection varchar(1024) not null,
  state varchar(20) not null,
  external_id varchar(1024) not null,
  problem varchar(500),
  created_at timestamp(6) with time zone not null,
  ends_at timestamp(6) with time zone,
  retry_at timestamp(6) with time zone
);
create index webhook_subscription_by_connection on webhook_subscription (connection_id);

-- When each connection's subscriptions are to be looked at again. Whoever moves the time on does it.
create table webhook_upkeep (
  connection_id varchar(40) primary key,
  tenant_id varchar(40) not null,
  due_at timestamp(6) with time zone not null,
  failures integer not null
);
create index webhook_upkeep_by_time on webhook_upkeep (due_at);
insert into webhook_upkeep (connection_id, tenant_id, due_at, failures)
  select id, tenant_id, changed_at, 0 from connection where state <> 'DISCONNECTED';
