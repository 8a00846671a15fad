-- What happened, for whoever follows; a row is numbered by the counter's row, which is locked until
-- the commit, so that a follower never sees a later number before an earlier one.
create table event (
  tenant_id varchar(40) not null,
  sequence_number bigint not null,
  type varchar(60) not null,
  subject varchar(200) not null,
  detail ${json} not null,
  happened_at timestamp(6) with time zone not null,
  primary key (tenant_id, sequence_number)
);
create index event_by_time on event (happened_at);

create table event_counter (
  tenant_id varchar(40) primary key,
  last_number bigint not null
);
