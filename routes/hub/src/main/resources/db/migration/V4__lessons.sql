-- Lessons: what reviewers' answers teach of a case, in the order in which it was said. Runs on H2 2.3 and PostgreSQL.

create table lesson (
  case_file varchar(19) not null,
  number int not null,
  version int not null,
  exchange varchar(40) not null,
  lesson_sealed bytea not null,
  at timestamp with time zone not null,
  primary key (case_file, number)
);
