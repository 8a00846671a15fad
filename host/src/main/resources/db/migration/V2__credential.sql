create table data_key (
  id varchar(40) primary key,
  keyset ${binary} not null,
  created_at timestamp(6) with time zone not null
);

create table signing_key (
  id varchar(40) primary key,
  public_key ${json} not null,
  sealed_private_key ${binary} not null,
  created_at timestamp(6) with time zone not null
);
