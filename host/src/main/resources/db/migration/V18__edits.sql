-- What the CRM edited and the service does not show yet. A record with an edit shows the CRM's state,
-- and its base is here, so that the rows of all other records stay as small as they were.
create table edit (
  connection_id varchar(40) not null,
  type varchar(60) not null,
  record_id varchar(40) not null,
  tenant_id varchar(40) not null,
  collection_id varchar(40) not null,
  kind varchar(10) not null,
  state varchar(20) not null,
  base ${json},
  send_key varchar(64) not null,
  generation bigint not null,
  edited_at timestamp(6) with time zone not null,
  category varchar(40),
  reason varchar(500),
  primary key (connection_id, type, record_id)
);
create index edit_by_collection on edit (collection_id);

create table crm_link (
  connection_id varchar(40) not null,
  type varchar(60) not null,
  crm_id varchar(200) not null,
  record_id varchar(40) not null,
  tenant_id varchar(40) not null,
  primary key (connection_id, type, crm_id),
  constraint crm_link_once unique (connection_id, type, record_id)
);

-- Fields that both sides edited: how each was decided, or that a person has to.
create table conflict (
  id varchar(40) primary key,
  tenant_id varchar(40) not null,
  connection_id varchar(40) not null,
  type varchar(60) not null,
  record_id varchar(40) not null,
  path varchar(1024) not null,
  policy varchar(20) not null,
  winner varchar(10) not null,
  crm_value ${json},
  service_value ${json},
  noticed_at timestamp(6) with time zone not null,
  decided_at timestamp(6) with time zone,
  decided_by varchar(200)
);
create index conflict_by_connection on conflict (tenant_id, connection_id, id);

create table sync_setting (
  connection_id varchar(40) not null,
  type varchar(60) not null,
  tenant_id varchar(40) not null,
  policy varchar(20) not null,
  primary key (connection_id, type)
);

-- Answers to requests that carried a key, to be given again when the request is repeated.
create table answered_request (
  tenant_id varchar(40) not null,
  caller varchar(40) not null,
  request_key varchar(200) not null,
  request_hash varchar(64) not null,
  status integer not null,
  answer ${json} not null,
  connection_id varchar(40) not null,
  answered_at timestamp(6) with time zone not null,
  primary key (tenant_id, caller, request_key)
);
create index answered_request_by_time on answered_request (answered_at);
