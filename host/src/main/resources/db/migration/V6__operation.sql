-- Written in batches beside the work and removed after some days: no foreign keys, few indexes.

create table operation (
  id varchar(40) primary key,
  tenant_id varchar(40) not null,
  plugin varchar(60) not null,
  connection_id varchar(40),
  run_id varchar(40),
  call_id varchar(40),
  began_at timestamp(6) with time zone not null,
  method varchar(10) not null,
  host varchar(253) not null,
  path varchar(500) not null,
  status integer not null,
  category varchar(30),
  outcome varchar(500) not null,
  milliseconds bigint not null,
  bytes bigint not null
);
create index operation_by_tenant on operation (tenant_id, id);
create index operation_by_connection on operation (tenant_id, connection_id, id);
create index operation_by_time on operation (began_at);

-- What the sampled successes stand for; a row per writing, added up when read.
create table operation_count (
  id varchar(40) primary key,
  tenant_id varchar(40) not null,
  plugin varchar(60) not null,
  connection_id varchar(40),
  category varchar(30),
  minute_at timestamp(6) with time zone not null,
  exchanges bigint not null,
  milliseconds bigint not null,
  bytes bigint not null
);
create index operation_count_by_tenant on operation_count (tenant_id, minute_at);
create index operation_count_by_time on operation_count (minute_at);
