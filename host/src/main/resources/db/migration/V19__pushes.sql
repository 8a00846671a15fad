-- That a person saw a plan and let edits of the CRM go to a collection.
create table push_consent (
  collection_id varchar(40) primary key,
  connection_id varchar(40) not null,
  type varchar(60) not null,
  tenant_id varchar(40) not null,
  consented_at timestamp(6) with time zone not null
);
create index push_consent_by_connection on push_consent (connection_id, type);

alter table sync_run alter column state set data type varchar(24);
alter table sync_run add column confirmed_plan varchar(64);
alter table sync_run add column awaited_plan varchar(64);
alter table sync_run add column push_wishes integer default 0 not null;
alter table sync_run add column sent_created bigint default 0 not null;
alter table sync_run add column sent_updated bigint default 0 not null;
alter table sync_run add column sent_deleted bigint default 0 not null;
alter table sync_run add column sent_refused bigint default 0 not null;
alter table sync_run add column sent_unknown bigint default 0 not null;
