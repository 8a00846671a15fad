-- Where services tell of changes. An address is found by the hash of the token in its path; the token
-- itself is kept, sealed, where a person has to see it again.
create table webhook_address (
  id varchar(40) primary key,
  tenant_id varchar(40) not null,
  plugin varchar(64) not null,
  integration_id varchar(40) not null references integration (id) on delete cascade,
  connection_id varchar(40),
  token_hash varchar(64) not null,
  sealed_token ${binary},
  sealed_secret ${binary},
  created_at timestamp(6) with time zone not null,
  constraint webhook_address_token_once unique (token_hash)
);
create index webhook_address_by_integration on webhook_address (integration_id, connection_id);
create index webhook_address_by_connection on webhook_address (connection_id);

-- What was acknowledged and has to make a pull come sooner. Nothing of what was sent is kept but
-- the hash of its delivery's id, so that the same delivery is known again for a day.
create table webhook_delivery (
  id varchar(40) primary key,
  tenant_id varchar(40) not null,
  address_id varchar(40) not null,
  connection_id varchar(40) not null,
  type varchar(60) not null,
  delivery_hash varchar(64) not null,
  received_at timestamp(6) with time zone not null,
  handled_at timestamp(6) with time zone,
  constraint webhook_delivery_once unique (address_id, connection_id, delivery_hash)
);
create index webhook_delivery_by_state on webhook_delivery (handled_at, connection_id);
create index webhook_delivery_by_connection on webhook_delivery (connection_id);
