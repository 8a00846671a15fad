-- The collection to which the CRM moved a record, until the service has moved its item.
alter table edit add column move_to varchar(40);
