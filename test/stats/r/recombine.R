# A weighted sum of independent (or equally correlated) posteriors by a beta distribution of the same mean and variance.
# Run from this folder: Rscript recombine.R > recombine.json
library(jsonlite)
cases <- list(
  list(n = c(9, 20, 4), mean = c(0.7, 0.55, 0.3), variance = c(0.01, 0.004, 0.02), target = 0.6, correlation = 0),
  list(n = c(100, 3), mean = c(0.93, 0.2), variance = c(0.0004, 0.03), target = 0.9, correlation = 0),
  list(n = 12, mean = 0.04, variance = 0.001, target = 0.05, correlation = 0),
  list(n = c(5, 5, 5, 5), mean = c(0.4, 0.5, 0.6, 0.7), variance = c(0.01, 0.012, 0.011, 0.009), target = 0.5, correlation = 0.5)
)
result <- lapply(cases, function(k) {
  w <- k$n / sum(k$n)
  r <- matrix(k$correlation, length(w), length(w)); diag(r) <- 1
  s <- w * sqrt(k$variance)
  m <- sum(w * k$mean); v <- as.numeric(t(s) %*% r %*% s)
  strength <- m * (1 - m) / v - 1
  a <- m * strength; b <- (1 - m) * strength
  list(parts = data.frame(n = k$n, mean = k$mean, variance = k$variance), target = unbox(k$target), correlation = unbox(k$correlation), value = unbox(m),
    lower = unbox(qbeta(0.05, a, b)), upper = unbox(qbeta(0.95, a, b)), prob_below_target = unbox(pbeta(k$target, a, b)))
})
cat(toJSON(result, digits = 12, pretty = 1), "\n", sep = "")
