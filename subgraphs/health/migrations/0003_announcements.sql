-- What is announced to gateways when it changes, see subgraphs/kit/migrations/0001_outbox.sql.
SELECT announce_rows('health_examination', 'Applicant', 'nik', 'SELECT ($1).nik');
SELECT announce_reference('health_facility', 'Applicant');
SELECT announce_reference('health_facility_designation', 'Applicant');
