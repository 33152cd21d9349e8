CREATE TABLE region (
  code text PRIMARY KEY CHECK (code ~ '^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$'),
  -- Names of retired districts are not part of the published list.
  name text,
  is_retired boolean NOT NULL DEFAULT false,
  successor_codes text[] NOT NULL DEFAULT '{}',
  parent_code text GENERATED ALWAYS AS (NULLIF(regexp_replace(code, '\.?\d+$', ''), '')) STORED REFERENCES region (code),
  CHECK (is_retired OR name IS NOT NULL),
  CHECK (is_retired OR successor_codes = '{}')
);

CREATE TABLE person (
  -- Lists are ordered by it, so it is given once and never changes.
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  nik text NOT NULL UNIQUE CHECK (nik ~ '^\d{16}$'),
  full_name text NOT NULL,
  birth_date date NOT NULL,
  birth_place text NOT NULL,
  sex text NOT NULL CHECK (sex IN ('FEMALE', 'MALE')),
  marital_status text NOT NULL CHECK (
    marital_status IN ('SINGLE', 'MARRIED', 'MARRIED_UNREGISTERED', 'DIVORCED', 'WIDOWED')
  ),
  resident_status text NOT NULL CHECK (resident_status IN ('ACTIVE', 'MOVED', 'DECEASED', 'DUPLICATE', 'INACTIVE')),
  domicile_code text NOT NULL REFERENCES region (code),
  family_card_number text NOT NULL CHECK (family_card_number ~ '^\d{16}$'),
  updated_at timestamptz NOT NULL
);

-- A list of a region's people: one equality, then in order of id.
CREATE INDEX person_province ON person (left(domicile_code, 2), id);
CREATE INDEX person_regency ON person (left(domicile_code, 5), id);
CREATE INDEX person_district ON person (left(domicile_code, 8), id);
CREATE INDEX person_village ON person (left(domicile_code, 13), id);

-- A list of who changed, still in order of id: no B-tree can skip those who did not change, a GiST tree can, since each of
-- its pages knows the latest change on it. `ORDER BY id <-> start` walks it in order.
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE INDEX person_change ON person USING gist (id, updated_at);

-- Whatever program writes, the moment of the change is the row's own.
CREATE FUNCTION mark_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.id <> OLD.id THEN
    RAISE EXCEPTION 'A person keeps the id that lists are ordered by.';
  END IF;
  NEW.updated_at := clock_timestamp();
  RETURN NEW;
END
$$;

CREATE TRIGGER person_change BEFORE INSERT OR UPDATE ON person FOR EACH ROW EXECUTE FUNCTION mark_change();
