-- Items that left a collection. Until all collections were read nobody can tell whether they were
-- deleted or only moved to another one, so their records stay as they are.
create table departure (
  collection_id varchar(40) not null,
  external_id varchar(1024) not null,
  tenant_id varchar(40) not null,
  connection_id varchar(40) not null,
  type varchar(60) not null,
  reason varchar(200) not null,
  merged_into varchar(1024),
  run_id varchar(40) not null,
  primary key (collection_id, external_id)
);
create index departure_by_connection on departure (connection_id, type);
