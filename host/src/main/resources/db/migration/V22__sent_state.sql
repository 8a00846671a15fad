-- A record as it was sent last, while nobody knows whether that arrived: the CRM may edit it meanwhile.
alter table edit add column sent ${json};
