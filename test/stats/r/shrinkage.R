# Beta-binomial shrinkage integrated over level and spread, by Gauss-Legendre panels in the level and in r themselves.
# Prior: level uniform on (0, 1); r half-normal with scale 0.3 on (0, 1), r^2 = 1 / (strength + 1).
# Run from this folder: Rscript shrinkage.R > shrinkage.json
library(jsonlite)
scale <- 0.3
target <- 0.75
sets <- list(
  mixed = list(s = c(7, 3, 12, 0, 20, 5, 9, 0), n = c(9, 10, 15, 4, 22, 11, 9, 0)),
  none = list(s = c(0, 0, 0), n = c(5, 9, 3)),
  all = list(s = c(5, 9), n = c(5, 9)),
  one = list(s = 3, n = 8),
  alike = list(s = c(75, 74, 76, 75, 73, 77, 15), n = c(100, 100, 100, 100, 100, 100, 20)),
  wide = list(s = c(1, 38, 20, 10, 2), n = c(40, 40, 40, 12, 30)),
  # Sources of their own: what each person's mix leads one to expect.
  mixes = list(s = c(7, 3, 12, 18), n = c(9, 10, 30, 22), expected = c(0.8, 0.4, 0.55, 0.7)),
  # Fractions: shares of fields filled, summed over handoffs.
  fractions = list(s = c(6.4, 3.25, 11.9), n = c(9, 4, 12))
)

# log of the rising factorial: lgamma loses its digits where x is very large.
rising <- function(x, k) ifelse(x > 1e7, k * log(x) + k * (k - 1) / (2 * x), lgamma(x + k) - lgamma(x))

# Gauss-Legendre nodes on each panel between the cuts (Golub and Welsch 1969).
ORDER <- 16
gauss <- local({
  k <- 1:(ORDER - 1)
  off <- k / sqrt(4 * k^2 - 1)
  j <- matrix(0, ORDER, ORDER)
  j[cbind(k, k + 1)] <- off
  j[cbind(k + 1, k)] <- off
  e <- eigen(j, symmetric = TRUE)
  list(x = e$values, w = 2 * e$vectors[1, ]^2)
})
panels <- function(cuts) {
  at <- sort(unique(cuts))
  half <- diff(at) / 2
  mid <- head(at, -1) + half
  list(x = as.numeric(outer(gauss$x, half) + rep(mid, each = ORDER)), w = as.numeric(outer(gauss$w, half)))
}
CUTS <- c(10^-c(30, 12, 8, 6, 4, 3), 0.01, seq(0.03, 0.97, length.out = 21), 0.99, 1 - 10^-c(3, 4, 6, 8, 12), 1 - 1e-16)

fit <- function(d) {
  seen <- d$n > 0
  o <- rep(0, length(d$n))
  origin <- 0
  if (!is.null(d$expected)) {
    origin <- qlogis(sum(d$expected[seen] * d$n[seen]) / sum(d$n[seen]))
    o <- qlogis(d$expected) - origin
  }
  m_of <- function(level, i) plogis(qlogis(level) + o[i])
  loglik <- function(level, r) {
    nu <- 1 / r^2 - 1
    total <- -0.5 * (r / scale)^2
    for (i in which(seen)) {
      m <- m_of(level, i)
      total <- total + rising(m * nu, d$s[i]) + rising((1 - m) * nu, d$n[i] - d$s[i]) - rising(nu, d$n[i])
    }
    total
  }
  grid <- expand.grid(level = seq(0.001, 0.999, length.out = 300), r = seq(0.002, 0.998, length.out = 200))
  top <- max(loglik(grid$level, grid$r))
  # Integral of f(level, r) times the posterior over the square; further cuts where f is steep.
  over <- function(f, cut = function(r) numeric(0)) {
    outer_nodes <- panels(c(1e-7, 1e-3, 5e-3, 0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 0.95, 0.99, 0.999, 1 - 1e-7))
    inner <- sapply(outer_nodes$x, function(r) {
      nodes <- panels(c(CUTS, cut(r)))
      v <- exp(loglik(nodes$x, rep(r, length(nodes$x))) - top) * f(nodes$x, r)
      sum(nodes$w * ifelse(is.finite(v), v, 0))
    })
    sum(outer_nodes$w * inner)
  }
  z <- over(function(level, r) 1)
  lapply(seq_along(d$n), function(i) {
    a <- function(level, r) m_of(level, i) * (1 / r^2 - 1) + d$s[i]
    b <- function(level, r) (1 - m_of(level, i)) * (1 / r^2 - 1) + d$n[i] - d$s[i]
    mean_i <- over(function(level, r) a(level, r) / (a(level, r) + b(level, r))) / z
    below <- function(x) over(function(level, r) pbeta(x, a(level, r), b(level, r)), function(r) {
      nu <- 1 / r^2 - 1
      m <- x + (x * d$n[i] - d$s[i]) / nu
      if (m <= 0 || m >= 1) numeric(0) else plogis(qlogis(m) - o[i] + c(-5, 0, 5) * r / sqrt(m * (1 - m)))
    }) / z
    quantile <- function(p) uniroot(function(x) below(x) - p, c(0, 1), tol = 1e-8)$root
    list(value = mean_i, lower = quantile(0.05), upper = quantile(0.95), prob_below_target = below(target))
  })
}

result <- lapply(names(sets), function(name) {
  message(name)
  d <- sets[[name]]
  rows <- lapply(seq_along(d$n), function(i) {
    row <- list(successes = unbox(d$s[i]), n = unbox(d$n[i]))
    if (!is.null(d$expected)) row$expected <- unbox(d$expected[i])
    row
  })
  list(name = unbox(name), target = unbox(target), members = rows, expected = lapply(fit(d), function(e) lapply(e, unbox)))
})
cat(toJSON(result, digits = 12, pretty = 1), "\n", sep = "")
