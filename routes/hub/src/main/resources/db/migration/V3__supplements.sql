-- Supplements: what was held of a delivered case file and is read again. Runs on H2 2.3 and PostgreSQL. Number 0 is the
-- first consignment of a version, as in messages and rows that are older than this.

-- One row a round of reading held exhibits again, numbered from 1 within its version; `read` when its end is reached.
create table rereading (
  case_file varchar(19) not null,
  version int not null,
  supplement int not null,
  state varchar(16) not null,
  step varchar(16) not null,
  attempt int not null,
  since timestamp with time zone not null,
  primary key (case_file, version, supplement)
);
-- What each round reads; `readable` when nothing holds the exhibit any more, `released` when it can be shown.
create table reread_exhibit (
  case_file varchar(19) not null,
  version int not null,
  supplement int not null,
  exhibit varchar(16) not null,
  extraction_digest varchar(64),
  readable boolean not null,
  released boolean not null,
  primary key (case_file, version, supplement, exhibit)
);
-- Where each supplement stands; the state of its (version, exchange) stays `delivered`.
create table supplement_state (
  case_file varchar(19) not null,
  version int not null,
  exchange varchar(40) not null,
  supplement int not null,
  state varchar(16) not null,
  step varchar(16) not null,
  attempt int not null,
  since timestamp with time zone not null,
  primary key (case_file, version, exchange, supplement)
);
create index supplement_by_state on supplement_state (state);
-- The last round whose exhibits the first consignment took along.
alter table exchange_state add column reading int default 0 not null;
alter table hold add column supplement int default 0 not null;
alter table consignment add column supplement int default 0 not null;
-- A primary key is replaced in one way on both databases: by a new table.
create table step_done_by_supplement (
  case_file varchar(19) not null,
  version int not null,
  exchange varchar(40) not null,
  supplement int not null,
  step varchar(16) not null,
  outcome varchar(16) not null,
  result_digest varchar(64),
  at timestamp with time zone not null,
  primary key (case_file, version, exchange, supplement, step)
);
insert into step_done_by_supplement (case_file, version, exchange, supplement, step, outcome, result_digest, at)
  select case_file, version, exchange, 0, step, outcome, result_digest, at from step_done;
drop table step_done;
alter table step_done_by_supplement rename to step_done;
