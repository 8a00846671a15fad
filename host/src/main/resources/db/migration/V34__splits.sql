-- The edits that one split of a series needs. They go to the service by their turns, so that none
-- ends the old series before the new one is there.
alter table edit add column split_id varchar(40);
alter table edit add column split_turn integer;
alter table edit add column split_from varchar(30);
