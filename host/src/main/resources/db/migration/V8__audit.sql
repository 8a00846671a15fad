-- What was done, refused and used; each row holds the hash of the one before. No foreign keys: the
-- rows outlive what they tell of.

create table audit_event (
  tenant_id varchar(40) not null,
  sequence_number bigint not null,
  happened_at timestamp(6) with time zone not null,
  actor_kind varchar(20) not null,
  actor_id varchar(100) not null,
  actor_name varchar(200) not null,
  action varchar(60) not null,
  outcome varchar(20) not null,
  target varchar(200) not null,
  detail ${json} not null,
  correlation varchar(64) not null,
  previous_hash varchar(64) not null,
  hash varchar(64) not null,
  primary key (tenant_id, sequence_number)
);

-- Where each chain ends. The seal is what nobody can make who only has the database.
create table audit_chain (
  tenant_id varchar(40) primary key,
  sequence_number bigint not null,
  hash varchar(64) not null,
  sealed_head ${binary} not null
);
