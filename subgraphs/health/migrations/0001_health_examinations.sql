CREATE TABLE health_facility (
  code text PRIMARY KEY,
  name text NOT NULL,
  region_code text NOT NULL
);

CREATE TABLE health_facility_designation (
  facility_code text NOT NULL REFERENCES health_facility (code),
  decree text NOT NULL,
  valid_from date NOT NULL,
  valid_to date CHECK (valid_to >= valid_from),
  PRIMARY KEY (facility_code, valid_from)
);

CREATE TABLE health_examination (
  certificate_number text NOT NULL,
  facility_code text NOT NULL REFERENCES health_facility (code),
  nik text NOT NULL,
  examined_at date NOT NULL,
  expires_at date NOT NULL CHECK (expires_at > examined_at),
  physical text NOT NULL CHECK (physical IN ('FIT', 'FIT_WITH_NOTE', 'DEFERRED', 'UNFIT')),
  psychological text NOT NULL CHECK (psychological IN ('FIT', 'FIT_WITH_NOTE', 'DEFERRED', 'UNFIT')),
  -- That the certificate became void; why, a pregnancy or anything else, is not on record here.
  voided_at date CHECK (voided_at >= examined_at),
  destination_country text,
  PRIMARY KEY (facility_code, certificate_number)
);

CREATE INDEX health_examination_nik ON health_examination (nik);
