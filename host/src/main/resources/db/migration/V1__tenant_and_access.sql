create table server_state (
  id integer primary key,
  key_fingerprint varchar(64)
);
insert into server_state (id) values (1);

create table tenant (
  id varchar(40) primary key,
  name varchar(200) not null,
  created_at timestamp(6) with time zone not null,
  constraint tenant_name_once unique (name)
);

create table app_user (
  id varchar(40) primary key,
  tenant_id varchar(40) not null references tenant (id),
  name varchar(100) not null,
  password_hash varchar(300) not null,
  roles varchar(200) not null,
  created_at timestamp(6) with time zone not null,
  constraint app_user_name_once unique (name)
);
create index app_user_by_tenant on app_user (tenant_id, id);

create table api_key (
  id varchar(40) primary key,
  tenant_id varchar(40) not null references tenant (id),
  name varchar(200) not null,
  client_id varchar(60) not null,
  secret_hash varchar(64) not null,
  roles varchar(200) not null,
  created_at timestamp(6) with time zone not null,
  constraint api_key_client_id_once unique (client_id)
);
create index api_key_by_tenant on api_key (tenant_id, id);

create table sign_in_throttle (
  subject varchar(64) primary key,
  failures integer not null,
  last_failed_at timestamp(6) with time zone not null
);
create index sign_in_throttle_by_age on sign_in_throttle (last_failed_at);
