create table integration (
  id varchar(40) primary key,
  tenant_id varchar(40) not null references tenant (id),
  plugin varchar(64) not null,
  name varchar(200) not null,
  client_id varchar(500),
  sealed_client_secret ${binary},
  scopes varchar(4000) not null,
  settings ${json} not null,
  sealed_settings ${binary},
  created_at timestamp(6) with time zone not null,
  version bigint not null,
  constraint integration_name_once unique (tenant_id, plugin, name)
);
create index integration_by_tenant on integration (tenant_id, id);

-- No foreign key to the integration: a disconnected connection outlives it with its records.
create table connection (
  id varchar(40) primary key,
  tenant_id varchar(40) not null references tenant (id),
  integration_id varchar(40) not null,
  plugin varchar(64) not null,
  name varchar(200) not null,
  state varchar(20) not null,
  reason varchar(1000),
  account_id varchar(500) not null,
  account_name varchar(500) not null,
  account_scopes varchar(4000) not null,
  end_user_id varchar(200) not null,
  end_user_name varchar(200),
  created_at timestamp(6) with time zone not null,
  changed_at timestamp(6) with time zone not null,
  version bigint not null,
  constraint connection_account_once
    unique (tenant_id, integration_id, account_id, end_user_id)
);
create index connection_by_tenant on connection (tenant_id, id);

create table credential (
  connection_id varchar(40) primary key references connection (id),
  tenant_id varchar(40) not null references tenant (id),
  sealed_grant ${binary} not null,
  version bigint not null,
  lease_owner varchar(80),
  lease_until timestamp(6) with time zone
);

create table connect_session (
  id varchar(40) primary key,
  tenant_id varchar(40) not null references tenant (id),
  integration_id varchar(40) not null,
  connection_id varchar(40),
  end_user_id varchar(200) not null,
  end_user_name varchar(200),
  token_hash varchar(64) not null,
  state varchar(20) not null,
  problem varchar(1000),
  created_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null,
  started_at timestamp(6) with time zone,
  constraint connect_session_token_once unique (token_hash)
);
create index connect_session_by_expiry on connect_session (expires_at);

create table authorization_request (
  state_hash varchar(64) primary key,
  tenant_id varchar(40) not null references tenant (id),
  session_id varchar(40) not null references connect_session (id) on delete cascade,
  integration_id varchar(40) not null,
  browser_hash varchar(64) not null,
  sealed_verifier ${binary},
  expires_at timestamp(6) with time zone not null
);
create index authorization_request_by_expiry on authorization_request (expires_at);
create index authorization_request_by_session on authorization_request (session_id);

create table pending_revocation (
  id varchar(40) primary key,
  tenant_id varchar(40) not null references tenant (id),
  plugin varchar(64) not null,
  sealed_revocation ${binary} not null,
  attempts integer not null,
  created_at timestamp(6) with time zone not null
);
