/** DuckDB's expressions over `raw.rows`, each function of each rule among them: what both engines must answer alike. */

const NUMBERS = [
  "n + 1", "n - b", "n * 2", "n / 3", "x / n", "n // 7", "n // b", "divide(n, 7)", "n % 7", "n % b", "-n", "+n", "abs(n)", "x * n", "x / nullif(n, 0)", "floor(x)", "ceil(x)", "ceiling(x)", "trunc(x)",
  "x::integer", "x::bigint", "round(x)", "round(x, 2)", "sign(n)", "sqrt(abs(x))", "ln(abs(x) + 1)", "exp(x / 1000)", "isnan(x)", "isfinite(x)", "isnan(0 / n)", "pow(x, 2)", "power(n, 2)", "x ** 2", "n ^ 3",
  "greatest(n, x)", "least(n, b, 5)", "greatest(d, t::date)", "n & 7", "n | 8", "xor(n, 5)", "abs(n) << 3", "abs(n) >> 1", "bit_count(n)", "bit_count(b)", "coalesce(n, 0)", "ifnull(n, 0)", "nullif(n, 0)", "n is null", "n is not null",
  "n is distinct from b", "n is not distinct from b", "n in (1, 2, null)", "n not in (1, 2)", "n in (b, 3)", "n between -5 and 5", "n = x", "n > x", "n <> b", "ok::integer", "n::text", "b::text", "x::text", "(x * 1e13)::text", "(x * 1e21)::text", "(x / 1e5)::text", "(x / 1e9)::text", "(x * 1e-20)::text", "(x / n)::text", "(1 / x)::text", "(-x * 0)::text", "n::double", "n::boolean", "(n > 0)::integer + 1",
  "2.5::integer + n", "case when n > 0 then 'more' when n < 0 then 'less' end", "case n when 1 then d else null end", "case when ok then n else x end", "case when ok then 1 end", "ok and n > 0", "ok or n is null", "not ok", "ok::text", "ok = true",
]; // prettier-ignore

const TEXTS = [
  "s || '–' || n", "s || d || t || ok", "lower(s)", "lcase(s)", "upper(s)", "length(s)", "len(s)", "strlen(s)", "left(s, 3)", "right(s, 2)", "substr(s, 2, 3)", "substring(s, 2)", "trim(s)", "ltrim(s)", "ltrim(s, 'Aé ')", "rtrim(s)", "rtrim(s, ' .é')",
  "trim(s, 'a.')", "repeat(s, 2)", "lpad(s, 5, '·')", "s || chr(233)", "ascii(s)", "unicode(s)", "replace(s, 'a', 'ü')", "contains(s, 'a')", "starts_with(s, 'A')", "prefix(s, 'S')", "ends_with(s, 'é')", "suffix(s, 'ß')", "strip_accents(s)",
  "md5(s)", "sha256(s)", "concat(s, n, ok)", "concat_ws(', ', s, n, null, d)", "regexp_replace(s, '[^a-z0-9]+', '-', 'g')", "regexp_replace(s, 'A.', '<\\0>', 'i')", "regexp_matches(s, 'a.b')", "regexp_matches(s, '^\\p{L}')", "regexp_full_match(s, '[A-Za-z ]*')",
  "regexp_extract(s, '(\\w)\\w', 1)", "regexp_extract(s, '\\w+')", "coalesce(regexp_extract_all(s, '\\w+'), [])", "coalesce(regexp_extract_all(s, '(\\w)\\w', 1), [])", "string_split(s, ' ')", "str_split(s, 'a')", "split(s, ' ')", "string_split_regex(s, '[ .]+')", "string_split(s, ' ')[1]",
  "string_split(s, ' ')[9]", "s > 'M'", "s = 'Straße'", "s like 'A%'", "s not like '%a%'", "s in ('', 'Straße')", "hash(s) = hash(coalesce(s, '') || '')", "hash(n, s) = hash(n, s)", "current_setting('threads')::integer > 0", "e", "e > 'low'::enum('low', 'middle', 'high')",
  "e::text || '!'", "enum_code(e)", "e = 'middle'", "format('{} of {}', n, s)", "format('{:,}', b)", "format('{:,.0f}', x)", "format('{:,.0f}', x * 1e5)", "format('{:.6g}', x)", "format('{:.6g}', x * 1e5)", "format('{:.6g}', x / 1e6)", "format('{:.2f}', x)", "format('{:03d}', abs(n))", "try_cast(s as double)", "try_cast(s as bigint)", "try_cast(s as integer)",
  "try_cast(s as date)", "try_cast(s as timestamp)", "try_cast(s as boolean)",
]; // prettier-ignore

const TIMES = [
  "d + 14", "d - 1", "d + n", "d + interval 3 day", "d - interval 1 month", "d + interval '2 weeks'", "d::text", "d::timestamp", "d - date '2024-02-29'", "d < date '1900-01-01'", "d < t", "d = '2024-03-31'", "d in (date '2024-03-31', null)", "year(d)", "month(d)", "day(d)",
  "quarter(d)", "isodow(d)", "hour(t)", "minute(t)", "dayname(d)", "monthname(d)", "date_trunc('day', t)", "date_trunc('month', d)", "date_trunc('week', d)", "date_trunc('quarter', d)", "date_trunc('year', t)", "strftime(d, '%-d %b %Y')", "strftime(t, '%Y-%m-%d %H:%M')",
  "strftime(t, '%B %-m %-H %S')", "t::date", "t::text", "t::text::timestamp", "d::text::date", "t::time = time '01:00:00'", "t + to_hours(n)", "t + to_minutes(n)", "t - to_seconds(n)", "t + to_days(n)", "t + to_weeks(n)", "t + to_months(abs(n))", "d + to_years(abs(n))", "t + interval '90 minutes'", "t + n * interval '1 hour'",
  "epoch(t - timestamp '2024-03-31 12:00:00')", "date_diff('day', t, timestamp '2024-03-31 12:00:00')", "date_diff('second', t, timestamp '2024-03-31 12:00:00')", "datediff('month', d, date '2024-02-29')", "date_diff('month', d, date '2024-02-29')", "date_diff('quarter', d, date '2024-02-29')", "date_diff('year', d, t)",
  "date_diff('hour', t, timestamp '2024-03-31 12:00:00')", "epoch(t)", "epoch_us(t)", "epoch_ms(t)", "t > timestamp '2024-10-27 00:30:00'", "make_date(2000 + abs(n), 1 + abs(n) % 12, 1 + abs(n))", "make_timestamp(b * 1000000 + 5)", "timezone('UTC', to_timestamp(b))",
  "timezone('Europe/Berlin', timezone('UTC', t))", "timezone('America/New_York', timezone('UTC', t))::date", "timezone('Asia/Kolkata', timezone('UTC', t))", "timezone('UTC', timezone('Europe/Berlin', t))", "timezone('UTC', timezone('America/New_York', d::timestamp))",
]; // prettier-ignore

const LISTS = [
  "coalesce(list_filter(string_split(s, ' '), lambda w: w <> ''), [])", "list_transform(string_split(s, ' '), lambda w: w || '!')", "list_apply(string_split(s, ' '), lambda w: length(w)::integer)", "[n, n + 1]::integer[]", "list_value(n, 7)", "list_contains([1, 2, 3], n)", "list_has([1, 2, 3], n)",
  "[n, b][2]", "list_extract(string_split(s, ' '), 2)", "list_sort([n, 3, -3])", "list_sort([n, 3, -3], 'desc')", "list_sort([n, 3], 'asc', 'nulls first')", "list_sort(string_split(s, ' '), 'desc', 'nulls last')", "list_sort(list_distinct([n, 3, 3, b])::integer[])", "list_sort(list_distinct(string_split(s, 'a')))", "flatten([[n], [1, 2]])", "list_concat([n], [3, b])::integer[]", "[s] || [s, 'x']", "array_to_string([s, 'x'], '+')", "list_position([1, 2, 3], n)",
  "list_sum([n, 3])", "list_sum([n])", "list_max([n])", "list_min([n])", "list_max([n, 3])", "list_min([n, -3])", "from_json('[[1, 2], [3]]', '[[\"integer\"]]')[1]", "enum_range(e)", "coalesce(len(generate_series(1, abs(n))), 0)", "generate_series(timestamp '2024-03-30 23:00:00', timestamp '2024-03-31 03:00:00', interval '1 hour')",
  "struct_pack(a := n, b := s).b", "{'a': n, 'b': s}.a", "row(n, s) = row(1, '12')", "row(n, s) is distinct from row(1, s)", "n in (select n from raw.rows where ok)", "n not in (select n from raw.rows where n > 0)", "not (n in (select n from raw.rows where ok) and ok)", "n in (select n from raw.rows where id < 0)", "exists (select 1 from raw.rows as others where others.id > rows.id and others.g = rows.g)", "(select max(others.n) from raw.rows as others)",
]; // prettier-ignore

const WINDOWS = [
  "lag(n) over (order by id)", "lead(s) over (order by id)", "lag(n, 2) over (partition by ok order by id)", "first_value(s) over (partition by g order by id)", "last_value(n) over (order by id rows between unbounded preceding and current row)", "row_number() over (partition by ok order by n desc, id)", "rank() over (order by n)",
  "dense_rank() over (order by s)", "count(n) over (partition by ok)", "count(*) over (partition by g)", "sum(n) over (order by id rows between 2 preceding and current row)", "max(d) over (order by id rows between unbounded preceding and 1 preceding)", "max(e) over (partition by g)",
  "count(*) filter (ok) over (order by id)", "sum(n) over (order by id range between 3 preceding and current row)",
]; // prettier-ignore

/** Of each row by itself, or beside its neighbours. */
export const EXPRESSIONS: readonly string[] = [...NUMBERS, ...TEXTS, ...TIMES, ...LISTS, ...WINDOWS];

/** Of the rows of a group; some groups have rows of nulls alone, and one has none. */
export const AGGREGATES: readonly string[] = [
  "count(*)", "count()", "count(n)", "count(distinct s)", "count(distinct hash(n, s))", "sum(n)", "sum(b)", "sum(x)", "sum(ok::integer)", "sum(n) filter (n > 1000)", "avg(n)", "mean(x)", "min(s)", "max(s)", "min(d)", "max(t)", "max(e)", "min(e)", "bool_or(ok)", "bool_and(ok)",
  "bit_or(n & 7)", "bit_and(n | 8)", "arg_max(s, id)", "arg_min(s, n * 1000 + id)", "arg_max(s, id) filter (ok)", "max_by(n, id)", "min_by(d, id)", "first(s order by n desc nulls last, id)", "first(s order by d, id desc) filter (s is not null)", "arbitrary(n order by id)",
  "list(s order by id)", "array_agg(d order by id)", "list(n order by n desc, id) filter (n > 0)", "list(distinct s order by s) filter (s is not null)", "string_agg(s, ', ' order by id)", "count(*) filter (ok)", "any_value(s) is null", "coalesce(sum(n), 0)", "coalesce(list(s order by id) filter (n > 1000), [])",
  "len(list(n) filter (n > 1000))", "list(s order by id) is null", "stddev_samp(x)", "var_samp(n)", "max(n) - min(n)", "case when count(n) > 1 then sum(n) end",
]; // prettier-ignore

/** Clauses of queries over `raw.rows`, and over none of its rows. */
export const QUERIES: readonly string[] = [
  "select a.id, b.id as other, b.s from raw.rows as a left join raw.rows as b on b.n = a.n and b.id < a.id order by 1, 2",
  "select a.id, count(b.id) as fewer, max(b.s) as last from raw.rows as a left join raw.rows as b on b.id < a.id and b.n > a.n group by a.id order by 1",
  "select a.id, b.id as before from raw.rows as a asof left join raw.rows as b on a.g = b.g and a.id > b.id order by 1",
  "select a.id, b.id as one from raw.rows as a inner join raw.rows as b on a.s is not distinct from b.s order by 1, 2",
  "select id, s from raw.rows inner join (select distinct g, ok from raw.rows where ok) using (g) order by 1, 2",
  "select id from raw.rows where n in (select n from raw.rows where ok) or s in (select s from raw.rows where not ok) order by id",
  "select id from raw.rows where (id, g) in (values (1, 'a'), (2, 'b'), (3, 'c'), (400, 'a')) order by id",
  "select id from raw.rows where n not in (select n from raw.rows where ok) order by id",
  "select id from raw.rows where not (n in (select n from raw.rows where ok and n is not null) or ok) order by id",
  "select id from raw.rows as a where not exists (select 1 from raw.rows as b where b.n = a.n and b.id > a.id) order by id",
  "select g, ok, grouping(g) as level, count(*) as rows from raw.rows group by grouping sets ((g, ok), (g), ()) order by all",
  "select g, count(*) as rows from raw.rows group by g having count(n) > 1 order by rows desc, g",
  "select s, n from raw.rows qualify row_number() over (partition by s order by id desc) = 1 order by s nulls first, n",
  "select distinct g, n > 0 as positive from raw.rows order by 1, 2",
  "select id, word from (select id, unnest(string_split(s, ' ')) as word from raw.rows) where word <> '' order by all",
  "select id, unnest([n, b]) as value, unnest(['n', 'b']) as name from raw.rows order by all",
  "select n::double as value from raw.rows union all select x from raw.rows order by 1",
  "select s from raw.rows except select s from raw.rows where ok order by 1 nulls first",
  "select g from raw.rows intersect select g from raw.rows where not ok order by 1",
  "with few as (select * from raw.rows where n > 0), fewer as (select g, max(id) as id from few group by g) select few.* exclude (t) from few inner join fewer on fewer.id = few.id order by id",
  "select *, n * 2 as n2 from raw.rows order by id limit 5 offset 2",
  "select names.name, values.n from (values ('a', 1), ('b', null)) as names(name, n) cross join (select max(n) as n from raw.rows) as values order by 1",
  "select day::date as day from unnest(generate_series(timestamp '2024-03-30', timestamp '2024-04-02', interval 1 day)) as days(day) order by 1",
  "select i from range(3) as numbers(i) where i in (select n from raw.rows) order by 1",
];
