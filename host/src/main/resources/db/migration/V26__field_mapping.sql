-- What the CRM calls the fields of the standard schemas. The owner is an integration or a connection;
-- no foreign key, since a connection outlives its integration with its records and their names.
create table field_mapping (
  owner_id varchar(40) primary key,
  tenant_id varchar(40) not null references tenant (id),
  mapping ${json} not null
);
