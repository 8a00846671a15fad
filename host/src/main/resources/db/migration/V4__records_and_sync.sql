-- No foreign keys here: millions of rows are written, and each key would be looked up again for
-- every one of them. What belongs together is written in one transaction.

create table collection (
  id varchar(40) primary key,
  tenant_id varchar(40) not null,
  connection_id varchar(40) not null,
  type varchar(60) not null,
  external_id varchar(1024) not null,
  name varchar(1000) not null,
  is_primary boolean not null,
  writable boolean not null,
  color varchar(40),
  time_zone varchar(100),
  lost boolean default false not null,
  records bigint default 0 not null,
  last_synced_at timestamp(6) with time zone,
  constraint collection_once unique (connection_id, type, external_id)
);

create table sync_state (
  collection_id varchar(40) primary key,
  phase varchar(20) not null,
  resume_at varchar(8000) not null,
  completed_run_id varchar(40)
);

create table record (
  id varchar(40) not null,
  tenant_id varchar(40) not null,
  connection_id varchar(40) not null,
  type varchar(60) not null,
  collection_id varchar(40) not null,
  external_id varchar(1024) not null,
  external_version varchar(1024),
  fingerprint varchar(200) not null,
  data ${json} not null,
  change_seq bigint not null,
  created_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  deleted_at timestamp(6) with time zone,
  deleted_reason varchar(200),
  merged_into varchar(1024),
  primary key (connection_id, type, id),
  constraint record_once unique (collection_id, external_id),
  constraint record_change_once unique (tenant_id, change_seq)
);

create table change_counter (
  tenant_id varchar(40) primary key,
  last_seq bigint not null
);

create table sync_task (
  connection_id varchar(40) not null,
  type varchar(60) not null,
  tenant_id varchar(40) not null,
  run_id varchar(40),
  primary key (connection_id, type)
);

create table sync_run (
  id varchar(40) primary key,
  tenant_id varchar(40) not null,
  connection_id varchar(40) not null,
  type varchar(60) not null,
  direction varchar(10) not null,
  full_pull boolean not null,
  state varchar(12) not null,
  lease varchar(40),
  attempts integer default 0 not null,
  waiting_until timestamp(6) with time zone,
  items_processed bigint default 0 not null,
  created bigint default 0 not null,
  updated bigint default 0 not null,
  deleted bigint default 0 not null,
  unchanged bigint default 0 not null,
  failed bigint default 0 not null,
  errors ${json} not null,
  current_collection varchar(1000),
  queued_at timestamp(6) with time zone not null,
  started_at timestamp(6) with time zone,
  finished_at timestamp(6) with time zone
);
create index sync_run_by_connection on sync_run (connection_id, id);
create index sync_run_by_tenant on sync_run (tenant_id, id);
