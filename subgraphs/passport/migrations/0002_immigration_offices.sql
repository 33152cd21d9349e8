INSERT INTO immigration_office (code, name, region_code) VALUES
  ('KUPANG', 'Kantor Imigrasi Kelas I TPI Kupang', '53.71'),
  ('MAUMERE', 'Kantor Imigrasi Kelas II TPI Maumere', '53.07'),
  ('ATAMBUA', 'Kantor Imigrasi Atambua', '53.04'),
  ('LABUAN-BAJO', 'Kantor Imigrasi Labuan Bajo', '53.15'),
  ('NUNUKAN', 'Kantor Imigrasi Nunukan', '65.03'),
  ('SURABAYA', 'Kantor Imigrasi Surabaya', '35.78');
