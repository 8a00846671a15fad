alter table integration add column permissions varchar(20000) default '{}' not null;
