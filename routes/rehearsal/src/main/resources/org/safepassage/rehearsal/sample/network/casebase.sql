CREATE TABLE case_record (
  case_number VARCHAR(40) NOT NULL PRIMARY KEY,
  title VARCHAR(400),
  category VARCHAR(200),
  language VARCHAR(10),
  region VARCHAR(200),
  changed_at TIMESTAMP NOT NULL
);
CREATE TABLE person (
  case_number VARCHAR(40) NOT NULL REFERENCES case_record (case_number),
  person_id VARCHAR(20) NOT NULL,
  role VARCHAR(40),
  sex VARCHAR(10),
  PRIMARY KEY (case_number, person_id)
);
CREATE TABLE person_name (
  case_number VARCHAR(40) NOT NULL REFERENCES case_record (case_number),
  person_id VARCHAR(20) NOT NULL,
  name_no INTEGER NOT NULL,
  full_name VARCHAR(400) NOT NULL,
  surname VARCHAR(200),
  given_name VARCHAR(200),
  patronymic VARCHAR(200),
  PRIMARY KEY (case_number, person_id, name_no)
);
CREATE TABLE identifier (
  case_number VARCHAR(40) NOT NULL REFERENCES case_record (case_number),
  person_id VARCHAR(20) NOT NULL,
  identifier_no INTEGER NOT NULL,
  kind VARCHAR(40) NOT NULL,
  written VARCHAR(400) NOT NULL,
  PRIMARY KEY (case_number, person_id, identifier_no)
);
CREATE TABLE event (
  case_number VARCHAR(40) NOT NULL REFERENCES case_record (case_number),
  event_no INTEGER NOT NULL,
  kind VARCHAR(40),
  happened VARCHAR(80),
  place VARCHAR(200),
  station VARCHAR(200),
  description VARCHAR(8000),
  PRIMARY KEY (case_number, event_no)
);
CREATE TABLE statement (
  case_number VARCHAR(40) NOT NULL REFERENCES case_record (case_number),
  statement_no INTEGER NOT NULL,
  person_id VARCHAR(20) NOT NULL,
  language VARCHAR(10),
  taken VARCHAR(80),
  words VARCHAR(16000),
  PRIMARY KEY (case_number, statement_no)
);
CREATE TABLE examination (
  case_number VARCHAR(40) NOT NULL REFERENCES case_record (case_number),
  examination_no INTEGER NOT NULL,
  person_id VARCHAR(20) NOT NULL,
  examiner_id VARCHAR(20),
  examined VARCHAR(80),
  findings VARCHAR(16000),
  PRIMARY KEY (case_number, examination_no)
);
CREATE TABLE consent (
  case_number VARCHAR(40) NOT NULL REFERENCES case_record (case_number),
  consent_no INTEGER NOT NULL,
  person_id VARCHAR(20) NOT NULL,
  status VARCHAR(20) NOT NULL,
  given_on VARCHAR(20),
  recipient VARCHAR(80),
  purpose VARCHAR(80),
  categories VARCHAR(200),
  by_name BOOLEAN,
  valid_until VARCHAR(20),
  PRIMARY KEY (case_number, consent_no)
);
CREATE TABLE exhibit (
  case_number VARCHAR(40) NOT NULL REFERENCES case_record (case_number),
  exhibit_no INTEGER NOT NULL,
  path VARCHAR(400) NOT NULL,
  kind VARCHAR(40) NOT NULL,
  captured VARCHAR(80),
  PRIMARY KEY (case_number, exhibit_no)
);
