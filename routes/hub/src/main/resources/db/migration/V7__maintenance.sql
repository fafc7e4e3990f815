-- Maintenance: at most one row, there while all doors are held. Runs on H2 2.3 and PostgreSQL.

create table maintenance (
  id int primary key check (id = 1),
  at timestamp with time zone not null,
  who varchar(100) not null,
  why_sealed bytea not null
);
