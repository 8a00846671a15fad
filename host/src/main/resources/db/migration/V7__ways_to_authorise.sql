alter table authorization_request add column nonce_hash varchar(64);

-- The one browser in which a hosted form was opened, for connections that are typed in.
alter table connect_session add column browser_hash varchar(64);
alter table connect_session add column attempts integer default 0 not null;
