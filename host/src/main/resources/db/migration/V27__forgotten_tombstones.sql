-- Up to which change of a tenant's feed tombstones were forgotten: who read on from before that could
-- miss a deletion.
alter table change_counter add column forgotten_seq bigint default 0 not null;
