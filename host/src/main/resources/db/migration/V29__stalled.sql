-- In how many runs in a row a collection was read no further, the last of these runs, and why a type
-- of a connection is stalled.
alter table sync_state add column standstills integer default 0 not null;
alter table sync_state add column standstill_run_id varchar(40);
alter table sync_task add column stalled_reason varchar(1000);
