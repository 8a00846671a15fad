-- Whether the people who are invited are to be told of an edit, or perhaps were told of it already.
alter table edit add column notice varchar(10) default 'NONE' not null;
