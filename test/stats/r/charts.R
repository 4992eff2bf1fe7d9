# Funnel limits with additive overdispersion, run charts and false-discovery rates.
# Run from this folder: Rscript charts.R > charts.json
library(jsonlite)

# Spiegelhalter 2005, Qual. Saf. Health Care 14: winsorised z-scores, additive random effect by moments.
funnel <- function(value, n, centre, variance, kind, at) {
  z <- (value - centre) / sqrt(variance / n)
  q <- quantile(z, c(0.1, 0.9))
  z <- pmin(pmax(z, q[1]), q[2])
  phi <- mean(z^2); k <- length(z); w <- n / variance
  tau2 <- if (k > 1 && k * phi > k - 1) (k * phi - (k - 1)) / (sum(w) - sum(w^2) / sum(w)) else 0
  p <- c(0.025, 0.975, 0.001, 0.999)
  limits <- t(sapply(at, function(size) {
    if (kind == "mean") return(centre + qnorm(p) * sqrt(variance / size + tau2))
    r <- qbinom(p, size, centre)
    alpha <- (pbinom(r, size, centre) - p) / dbinom(r, size, centre)
    exact <- (r - alpha) / size
    pmin(1, pmax(0, centre + (exact - centre) * sqrt(1 + tau2 / (centre * (1 - centre) / size))))
  }))
  list(members = data.frame(value = value, n = n), centre = unbox(centre), variance = unbox(variance), kind = unbox(kind),
    dispersion = unbox(phi), between = unbox(tau2), at = at, limits = limits)
}
share <- function(s, n, at, centre = sum(s) / sum(n)) funnel(s / n, n, centre, centre * (1 - centre), "rate", at)
funnels <- list(
  share(c(7, 3, 12, 1, 20, 5, 9, 30, 11), c(9, 10, 15, 4, 22, 11, 9, 60, 14), c(1, 5, 20, 100)),
  share(c(74, 76, 75, 77), c(100, 100, 100, 100), c(10, 100, 1000)),
  share(c(400, 310, 88, 12), c(500, 500, 100, 60), c(3, 50, 5000), centre = 0.75),
  share(c(0, 0, 1, 0, 6), c(40, 60, 55, 30, 70), c(10, 60, 200)),
  funnel(c(7.1, 8.4, 6.2, 7.9, 7.5, 9), c(12, 5, 30, 18, 22, 3), 7.4, 1.9, "mean", c(1, 10, 50))
)

# Run charts: limits of a first baseline of ten.
p_chart <- function(s, n) { p <- sum(s[1:10]) / sum(n[1:10]); h <- 3 * sqrt(p * (1 - p) / n); cbind(p, pmax(0, p - h), pmin(1, p + h)) }
xmr <- function(x) { b <- x[1:10]; h <- 2.66 * mean(abs(diff(b))); cbind(rep(mean(b), length(x)), mean(b) - h, mean(b) + h) }
chart <- function(kind, value, n, m) list(kind = unbox(kind), points = data.frame(value = value, n = n), limits = unname(m))
s <- c(8, 9, 7, 10, 8, 9, 9, 7, 8, 10, 9, 4, 8); n <- c(10, 12, 11, 13, 10, 12, 11, 10, 12, 14, 11, 12, 10)
s2 <- c(1, 0, 2, 1, 0, 1, 1, 0, 2, 1, 9); n2 <- rep(20, 11)
x <- c(7.2, 7.5, 6.9, 7.1, 7.8, 7.4, 7.0, 7.3, 7.6, 7.2, 9.9, 7.1)
charts <- list(chart("rate", s / n, n, p_chart(s, n)), chart("rate", s2 / n2, n2, p_chart(s2, n2)), chart("mean", x, rep(12, length(x)), xmr(x)))

set.seed(3)
many <- list(c(0.001, 0.02, 0.03, 0.5, 0.9), c(0.04, 0.04, 0.04), round(runif(20)^3, 6), 0.07)
fdr <- lapply(many, function(p) list(p = p, adjusted = p.adjust(p, "BH")))
normal <- lapply(c(-40, -12, -5.5, -5, -1.644854, -0.3, 0, 0.7, 2.5, 6), function(x) c(x, pnorm(x)))
student <- lapply(list(c(-3, 2), c(0.4, 7.5), c(2.2, 60), c(1.7, 2500), c(-2.5, 400000)), function(v) c(v, pt(v[1], v[2])))
cat(toJSON(list(funnels = funnels, charts = charts, fdr = fdr, normal = normal, student = student), digits = I(12), pretty = 1), "\n", sep = "")
