# What an SDR's mix alone would have given: the others' rates in source x segment x AE, small cells borrowing from larger ones.
# The expectation is found as a linear function of the others' outcomes, each coefficient by moving that outcome.
# Run from this folder: Rscript mix.R > mix.json
library(jsonlite)
z <- 1.644854; k <- 5
set.seed(21)
simulate_mix <- function(members, sdrs, sources, segments, aes) {
  d <- data.frame(sdr_id = paste0("s", sample(sdrs, members, TRUE)), source = sample(sources, members, TRUE), segment = sample(segments, members, TRUE), ae_id = paste0("a", sample(aes, members, TRUE)))
  d$y <- rbinom(members, 1, 0.3 + 0.3 * (d$source == sources[1]) + 0.1 * (d$sdr_id == "s1"))
  d
}
sets <- list(
  plain = simulate_mix(300, 4, c("inbound", "outbound"), c("smb", "ent"), 3),
  sparse = simulate_mix(40, 5, c("inbound", "outbound", "event"), c("smb", "mid", "ent"), 4),
  two = simulate_mix(30, 2, "inbound", "smb", 1),
  never = transform(simulate_mix(25, 3, c("inbound", "outbound"), "smb", 2), y = 0)
)
wilson <- function(s, n) {
  p <- s / n; centre <- p + z^2 / (2 * n); half <- z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2))
  c(if (s == 0) 0 else (centre - half) / (1 + z^2 / n), if (s == n) 1 else (centre + half) / (1 + z^2 / n))
}
result <- lapply(names(sets), function(name) {
  d <- sets[[name]]
  parent <- paste(d$source, d$segment); cell <- paste(parent, d$ae_id)
  rows <- lapply(sort(unique(d$sdr_id)), function(id) {
    mine <- d$sdr_id == id
    base <- function(y) (sum(y[!mine]) + 0.5) / (sum(!mine) + 1)
    parent_rate <- function(p, y) (sum(y[!mine & parent == p]) + k * base(y)) / (sum(!mine & parent == p) + k)
    rate_of_all <- function(c) { p <- parent[cell == c][1]; lent <- (sum(d$y[parent == p]) + k * (sum(d$y) + 0.5) / (nrow(d) + 1)) / (sum(parent == p) + k); (sum(d$y[cell == c]) + k * lent) / (sum(cell == c) + k) }
    cell_rate <- function(c, y) { p <- parent[cell == c][1]; (sum(y[!mine & cell == c]) + k * parent_rate(p, y)) / (sum(!mine & cell == c) + k) }
    expectation <- function(y) { t <- table(cell[mine]); sum(sapply(names(t), function(c) t[[c]] / sum(mine) * cell_rate(c, y))) }
    e <- expectation(d$y)
    variance <- sum(sapply(which(!mine), function(j) { y <- d$y; y[j] <- y[j] + 1; r <- rate_of_all(cell[j]); (expectation(y) - e)^2 * r * (1 - r) }))
    own <- mean(d$y[mine]); w <- wilson(sum(d$y[mine]), sum(mine)); h <- z * sqrt(variance); v <- own - e
    list(sdr_id = unbox(id), n = unbox(sum(mine)), value = unbox(own), expected = unbox(e), difference = c(v, v - sqrt((own - w[1])^2 + h^2), v + sqrt((w[2] - own)^2 + h^2)))
  })
  g <- aggregate(cbind(n = rep(1, nrow(d)), successes = d$y), d[, c("sdr_id", "source", "segment", "ae_id")], sum)
  # SDR|source|segment|AE|members|successes
  list(name = unbox(name), counts = do.call(paste, c(g, sep = "|")), expected = rows)
})
cat(toJSON(result, digits = 12), "\n", sep = "")
