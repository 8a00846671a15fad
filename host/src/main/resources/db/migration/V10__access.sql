alter table api_key add column scopes varchar(1000);
update api_key set scopes = 'connect:write connections:read connections:write integrations:read operations:read records:read syncs:read syncs:run';
alter table api_key alter column scopes set not null;

alter table app_user add column disabled boolean default false not null;
alter table app_user add column generation integer default 0 not null;
