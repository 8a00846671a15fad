-- The origins of the CRM's own pages that may open the hosted page and hear how it ended.
alter table tenant add column connect_origins varchar(8000) default '' not null;
alter table connect_session add column origin varchar(300);
alter table connect_session add column result_hash varchar(64);
create index connect_session_by_result on connect_session (result_hash);
