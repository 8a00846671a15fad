-- What was done at a service when somebody asked for it once. A key is known for a day, so that the
-- same request has one effect; what was asked is kept as a hash only.
create table action_run (
  id varchar(40) primary key,
  tenant_id varchar(40) not null,
  connection_id varchar(40) not null,
  action varchar(64) not null,
  idempotency_key varchar(255),
  request_hash varchar(64) not null,
  state varchar(20) not null,
  result ${json},
  category varchar(40),
  problem varchar(2000),
  retry_after_seconds bigint,
  started_at timestamp(6) with time zone not null,
  finished_at timestamp(6) with time zone,
  constraint action_run_key_once unique (tenant_id, idempotency_key)
);
create index action_run_by_start on action_run (started_at);
create index action_run_by_connection on action_run (tenant_id, connection_id);
