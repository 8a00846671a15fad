alter table data_key add column retired_at timestamp(6) with time zone;
-- Which key is newer; times and ids would say so only if all clocks agreed.
alter table data_key add column generation integer default 1 not null;

-- How far the values are that a new data key seals anew; who works at it has the lease.
create table key_rotation (
  id varchar(40) primary key,
  kind varchar(20) not null,
  state varchar(20) not null,
  total bigint not null,
  resealed bigint not null,
  column_number integer not null,
  last_key varchar(200) not null,
  changed_in_pass boolean not null,
  unreadable bigint not null,
  problem varchar(1000),
  started_at timestamp(6) with time zone not null,
  finished_at timestamp(6) with time zone,
  lease_owner varchar(80),
  lease_until timestamp(6) with time zone
);
