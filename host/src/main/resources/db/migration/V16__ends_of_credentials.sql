-- When a credential ends by itself, as far as that is known, and the end that was announced.
alter table credential add column ends_at timestamp(6) with time zone;
alter table credential add column announced_end timestamp(6) with time zone;
create index credential_by_end on credential (ends_at);
alter table integration add column client_secret_ends_at timestamp(6) with time zone;
alter table integration add column announced_end timestamp(6) with time zone;

-- What the service said when it called the grant dead; nobody presents that content again.
alter table credential add column refusal varchar(1000);
