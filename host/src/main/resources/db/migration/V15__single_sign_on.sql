-- Who is let in by a provider of the tenant's own, and how passwords are kept beside it.
alter table tenant add column passwords boolean default true not null;
alter table app_user alter column password_hash drop not null;
alter table app_user add column issuer varchar(500);
alter table app_user add column external_subject varchar(255);
alter table app_user add column awaited_email varchar(320);
create unique index app_user_by_identity on app_user (tenant_id, issuer, external_subject);
create unique index app_user_by_awaited_email on app_user (tenant_id, awaited_email);

create table sign_in_provider (
  id varchar(40) primary key,
  tenant_id varchar(40) not null references tenant (id),
  issuer varchar(500) not null,
  client_id varchar(300) not null,
  sealed_client_secret ${binary} not null,
  client_authentication varchar(20) not null,
  hosts varchar(2000) not null,
  label varchar(60) not null,
  scopes varchar(1000) not null,
  role_claim varchar(200),
  roles varchar(8000) not null,
  default_role varchar(20),
  creates_users boolean not null,
  created_at timestamp(6) with time zone not null,
  constraint sign_in_provider_once unique (tenant_id)
);

create table sign_in_domain (
  provider_id varchar(40) not null references sign_in_provider (id) on delete cascade,
  domain varchar(253) not null,
  primary key (provider_id, domain)
);
create index sign_in_domain_by_name on sign_in_domain (domain);

-- A person on the way to the provider's page; only hashes of what the browser carries.
create table sign_in_attempt (
  state_hash varchar(64) primary key,
  tenant_id varchar(40) not null references tenant (id),
  browser_hash varchar(64) not null,
  nonce_hash varchar(64) not null,
  challenge varchar(43) not null,
  sealed_verifier ${binary} not null,
  expires_at timestamp(6) with time zone not null
);
create index sign_in_attempt_by_end on sign_in_attempt (expires_at);

-- What the console trades for a token, once.
create table sign_in_code (
  code_hash varchar(64) primary key,
  tenant_id varchar(40) not null references tenant (id),
  user_id varchar(40) not null references app_user (id) on delete cascade,
  challenge varchar(43) not null,
  expires_at timestamp(6) with time zone not null
);
create index sign_in_code_by_end on sign_in_code (expires_at);
