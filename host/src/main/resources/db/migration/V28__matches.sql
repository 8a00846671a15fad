-- Which record of the service's items a new record of the CRM was decided to be the same as: its id,
-- or 'none' for a new item; null as long as nobody decided.
alter table edit add column same_as varchar(40);
