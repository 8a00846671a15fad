-- Among which integrations a person may choose; integration_id is empty until they have chosen.
alter table connect_session add column allowed_integrations varchar(8000) default '' not null;
update connect_session set allowed_integrations = integration_id;
