-- What is announced to gateways when it changes, see subgraphs/kit/migrations/0001_outbox.sql.
SELECT announce_rows('insurance_membership', 'Applicant', 'nik', 'SELECT ($1).nik');
-- A membership that is gone together with its periods has announced its holder itself.
SELECT announce_rows('insurance_period', 'Applicant', 'nik', 'SELECT nik FROM insurance_membership WHERE kpj = ($1).kpj');
