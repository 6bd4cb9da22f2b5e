/** Five years of orders: rising, high in summer, cheap in one region, one wild value; names and texts with a trap in them. */
export const ordersSql = `SELECT DATE '2018-01-01' + CAST(i % 1826 AS INTEGER) AS "order_date",
  CASE WHEN hash(i) % 10 < 6 THEN 'West' WHEN hash(i) % 10 < 8 THEN '=1+1' ELSE '<b>North</b> & "=2"' END AS "region",
  20 + 8 * sin(2 * pi() * month(DATE '2018-01-01' + CAST(i % 1826 AS INTEGER)) / 12) + (i % 1826) / 100.0
    + CASE WHEN hash(i) % 10 >= 8 THEN -12 ELSE 0 END + (hash(i * 7) % 1000) / 200.0
    + CASE WHEN i = 1400 THEN 500 ELSE 0 END AS "price <script>alert(1)</script>",
  CASE WHEN hash(i * 3) % 12 = 0 THEN NULL ELSE CAST(hash(i * 11) % 100 AS DOUBLE) END AS "weight"
  FROM range(3652) t(i)`
