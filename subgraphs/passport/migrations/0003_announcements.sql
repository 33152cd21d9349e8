-- What is announced to gateways when it changes, see subgraphs/kit/migrations/0001_outbox.sql.
SELECT announce_rows('passport', 'Applicant', 'nik', 'SELECT ($1).nik');
SELECT announce_rows('passport_application', 'Applicant', 'nik', 'SELECT ($1).nik');
SELECT announce_rows('border_departure', 'Applicant', 'nik', 'SELECT ($1).nik');
SELECT announce_reference('immigration_office', 'Applicant');
