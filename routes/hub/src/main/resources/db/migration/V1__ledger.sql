-- The ledger. Runs on H2 2.3 and PostgreSQL. Columns named *_sealed are encrypted with the key ring, *_mac are keyed
-- hashes for look-up; no other column may hold a partner's or a person's words.
create table partner_case (
  case_file varchar(19) primary key,
  partner varchar(40) not null,
  number_mac varchar(64) not null,
  number_sealed bytea not null,
  unique (partner, number_mac)
);
create table arrival (
  id varchar(64) primary key,
  partner varchar(40) not null,
  fingerprint varchar(64) not null,
  listing_sealed bytea not null,
  state varchar(16) not null,
  reason varchar(40),
  place varchar(400),
  case_file varchar(19),
  version int,
  attempt int not null,
  listed_at timestamp with time zone not null,
  sealed_at timestamp with time zone
);
create index arrival_by_partner on arrival (partner, state);
create table case_file_version (
  case_file varchar(19) not null,
  version int not null,
  partner varchar(40) not null,
  content_mac varchar(64) not null,
  record_digest varchar(64) not null,
  attempt int not null,
  arrived_at timestamp with time zone not null,
  primary key (case_file, version)
);
create table exhibit (
  case_file varchar(19) not null,
  version int not null,
  exhibit varchar(16) not null,
  path_sealed bytea not null,
  sha256 varchar(64),
  size bigint not null,
  part varchar(16) not null,
  kind varchar(20),
  media_type varchar(200),
  status varchar(16),
  reason varchar(40),
  pages int,
  extraction_digest varchar(64),
  primary key (case_file, version, exhibit)
);
create table exchange_state (
  case_file varchar(19) not null,
  version int not null,
  exchange varchar(40) not null,
  state varchar(16) not null,
  step varchar(16) not null,
  attempt int not null,
  since timestamp with time zone not null,
  primary key (case_file, version, exchange)
);
create index exchange_state_by_state on exchange_state (state);
create table step_done (
  case_file varchar(19) not null,
  version int not null,
  exchange varchar(40) not null,
  step varchar(16) not null,
  outcome varchar(16) not null,
  result_digest varchar(64),
  at timestamp with time zone not null,
  primary key (case_file, version, exchange, step)
);
create table hold (
  id varchar(24) primary key,
  case_file varchar(19) not null,
  version int not null,
  exchange varchar(40) not null,
  step varchar(16) not null,
  exhibit varchar(16) not null,
  reason varchar(40) not null,
  place varchar(400) not null,
  since timestamp with time zone not null,
  cleared_at timestamp with time zone
);
create index hold_open on hold (cleared_at, reason);
create table consignment (
  id varchar(64) primary key,
  case_file varchar(19) not null,
  version int not null,
  exchange varchar(40) not null,
  recipient varchar(40) not null,
  sha256 varchar(64) not null,
  size bigint not null,
  sealed_at timestamp with time zone not null,
  queued_at timestamp with time zone,
  delivered_at timestamp with time zone,
  receipt_at timestamp with time zone
);
create index consignment_by_case on consignment (case_file, version, exchange);
create table pseudonym (
  recipient varchar(40) not null,
  entity_mac varchar(64) not null,
  code_mac varchar(64) not null,
  code_sealed bytea not null,
  primary key (recipient, entity_mac),
  unique (recipient, code_mac)
);
create table partner_run (
  partner varchar(40) primary key,
  cursor_sealed bytea,
  started_at timestamp with time zone,
  succeeded_at timestamp with time zone,
  failed_at timestamp with time zone,
  failure varchar(400)
);
