-- Whether a person called the run off; whoever is at it ends it before its next item.
alter table sync_run add column cancel_asked boolean default false not null;
