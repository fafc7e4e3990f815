-- The configuration: every applied state, never changed and never taken out. Runs on H2 2.3 and PostgreSQL.

create table config_revision (
  number int primary key,
  at timestamp with time zone not null,
  who varchar(100) not null,
  why_sealed bytea not null,
  origin varchar(40) not null,
  digest varchar(64) not null,
  files_sealed bytea not null
);
