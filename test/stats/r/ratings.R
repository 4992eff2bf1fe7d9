# Crossed random effects: estimates by lme4; limits by brute force over a grid of variance ratios with the full covariance matrix.
# Prior of the limits: both SD ratios half-Cauchy with scale 0.5, 1 / sigma^2 for the error variance, flat mean.
# Run from this folder: Rscript ratings.R > ratings.json
suppressMessages({library(lme4); library(jsonlite)})
set.seed(7)
simulate_ratings <- function(sdr, ae, su, sv, se, digits = 0) {
  u <- rnorm(max(sdr), 0, su); v <- rnorm(max(ae), 0, sv)
  data.frame(sdr = sdr, ae = ae, y = pmin(10, pmax(1, round(7 + u[sdr] + v[ae] + rnorm(length(sdr), 0, se), digits))))
}
sets <- list(
  plain = simulate_ratings(sample(8, 60, TRUE), sample(4, 60, TRUE), 0.8, 1, 1.2),
  more_aes = simulate_ratings(sample(3, 50, TRUE), sample(9, 50, TRUE), 0.6, 0.9, 1, 1),
  pieces = simulate_ratings(c(rep(1:3, 6), rep(4:6, 5)), c(rep(c(1, 2), 9), rep(c(3, 4, 3), 5)), 1, 0.7, 0.8),
  one_ae = simulate_ratings(rep(1:6, times = c(2, 3, 4, 8, 1, 5)), rep(1, 23), 1, 0, 1),
  alike = data.frame(sdr = rep(1:5, each = 6), ae = rep(1:3, 10), y = c(7, 8, 7, 8, 7, 8, 8, 7, 8, 7, 8, 7, 7, 7, 8, 8, 8, 7, 7, 8, 8, 7, 7, 8, 8, 8, 7, 7, 8, 7)),
  one_sdr = simulate_ratings(rep(1, 14), rep(1:4, length.out = 14), 0, 1, 1),
  few = data.frame(sdr = c(1, 1, 2, 2), ae = c(1, 2, 1, 2), y = c(8, 6, 9, 8))
)

reml <- function(d) {
  one <- function(x) length(unique(x)) == 1
  # lme4 knows no factor of one level: its variance is zero.
  f <- if (one(d$ae)) y ~ 1 + (1 | sdr) else if (one(d$sdr)) y ~ 1 + (1 | ae) else y ~ 1 + (1 | sdr) + (1 | ae)
  control <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhobeg = 0.2, rhoend = 1e-10, maxfun = 1e5), check.conv.singular = "ignore", calc.derivs = FALSE)
  m <- lmer(f, d, REML = TRUE, control = control)
  vc <- as.data.frame(VarCorr(m))
  sd_of <- function(g) { s <- vc$sdcor[vc$grp == g]; if (length(s)) s else 0 }
  effects <- function(g) if (is.null(ranef(m)[[g]])) rep(0, length(unique(d[[g]]))) else ranef(m)[[g]][, 1]
  mean <- as.numeric(fixef(m))
  list(mean = mean, sdr_sd = sd_of("sdr"), ae_sd = sd_of("ae"), error_sd = sigma(m), scores = mean + effects("sdr"), severities = effects("ae"))
}

limits <- function(d, points = 64) {
  n <- nrow(d); y <- d$y
  indicator <- function(g) outer(g, sort(unique(g)), "==") * 1; Z <- indicator(d$sdr); W <- indicator(d$ae)
  # Gauss-Legendre (Golub and Welsch 1969) on (0, atan(1000)) in two panels, for each factor of more than one level.
  k <- 1:(points / 2 - 1); J <- matrix(0, points / 2, points / 2)
  J[cbind(k, k + 1)] <- J[cbind(k + 1, k)] <- k / sqrt(4 * k^2 - 1)
  e <- eigen(J, symmetric = TRUE); half <- atan(1000) / 4
  angles <- c(half * (1 + e$values), half * (3 + e$values)); parts <- rep(2 * e$vectors[1, ]^2, 2)
  axis <- function(X) if (ncol(X) == 1) data.frame(r = 0, w = 1) else data.frame(r = tan(angles), w = parts * (1 + tan(angles)^2) / (1 + (tan(angles) / 0.5)^2))
  a <- axis(Z); b <- axis(W)
  grid <- expand.grid(ru = a$r, rv = b$r); prior <- as.numeric(outer(a$w, b$w))
  nodes <- lapply(seq_len(nrow(grid)), function(k) {
    lu <- grid$ru[k]^2; lv <- grid$rv[k]^2
    R <- chol(diag(n) + lu * tcrossprod(Z) + lv * tcrossprod(W))
    Vi <- chol2inv(R); s <- colSums(Vi); s2 <- sum(s)
    mu <- sum(s * y) / s2; e <- Vi %*% (y - mu); rss <- sum((y - mu) * e)
    zs <- crossprod(Z, s); ws <- crossprod(W, s)
    list(ll = -sum(log(diag(R))) - 0.5 * log(s2) - (n - 1) / 2 * log(rss),
      score = mu + lu * crossprod(Z, e), severity = lv * crossprod(W, e),
      score_sd = sqrt(rss / (n - 1) * (lu - lu^2 * colSums(Z * (Vi %*% Z)) + (1 - lu * zs)^2 / s2)),
      severity_sd = sqrt(rss / (n - 1) * pmax(0, lv - lv^2 * (colSums(W * (Vi %*% W)) - ws^2 / s2))))
  })
  ll <- sapply(nodes, `[[`, "ll"); w <- prior * exp(ll - max(ll)); w <- w / sum(w)
  quantiles <- function(value, sd) {
    m <- sapply(nodes, `[[`, value); s <- sapply(nodes, `[[`, sd)
    if (is.null(dim(m))) { m <- matrix(m, 1); s <- matrix(s, 1) }
    t(sapply(seq_len(nrow(m)), function(i) {
      if (all(s[i, ] == 0)) return(c(m[i, 1], m[i, 1]))
      sapply(c(0.05, 0.95), function(p) uniroot(function(x) sum(w * pt((x - m[i, ]) / s[i, ], n - 1)) - p, c(-100, 100), tol = 1e-10)$root)
    }))
  }
  # Agreement as an angle, whose square of the sine is the share of the variance that is the SDR's.
  angle <- atan(grid$ru / sqrt(1 + grid$rv^2)); centre <- sum(w * angle); reach <- qnorm(0.95) * sqrt(sum(w * (angle - centre)^2))
  agreement <- sin(pmin(pi / 2, pmax(0, centre + c(-reach, reach))))^2
  list(agreement = agreement, scores = quantiles("score", "score_sd"), severities = quantiles("severity", "severity_sd"))
}

result <- lapply(names(sets), function(name) {
  message(name)
  d <- sets[[name]]
  cells <- aggregate(y ~ sdr + ae, d, function(v) c(n = length(v), sum = sum(v), ss = sum(v^2)))
  cells <- lapply(seq_len(nrow(cells)), function(k) list(sdr_id = unbox(paste0("s", cells$sdr[k])), ae_id = unbox(paste0("a", cells$ae[k])),
    n = unbox(cells$y[k, "n"]), sum = unbox(cells$y[k, "sum"]), sum_of_squares = unbox(cells$y[k, "ss"])))
  e <- reml(d)
  l <- limits(d)
  rows <- function(ids, values, lim) lapply(seq_along(ids), function(i) list(id = unbox(ids[i]), value = unbox(values[i]), lower = unbox(lim[i, 1]), upper = unbox(lim[i, 2])))
  spread <- function(id) { own <- d$ae == id; if (sum(own) < 2) NA else sd(d$y[own] - e$scores[match(d$sdr[own], sort(unique(d$sdr)))]) }
  v <- c(e$sdr_sd, e$ae_sd, e$error_sd)^2
  list(name = unbox(name), spreads = sapply(sort(unique(d$ae)), spread), agreement = unbox(v[1] / sum(v)), agreement_lower = unbox(l$agreement[1]), agreement_upper = unbox(l$agreement[2]), consistency = unbox(v[1] / (v[1] + v[3])), ae_share = unbox(v[2] / sum(v)), cells = cells, mean = unbox(e$mean), sdr_sd = unbox(e$sdr_sd), ae_sd = unbox(e$ae_sd), error_sd = unbox(e$error_sd),
    scores = rows(paste0("s", sort(unique(d$sdr))), e$scores, l$scores), severities = rows(paste0("a", sort(unique(d$ae))), e$severities, l$severities))
})
cat(toJSON(result, digits = 12, pretty = 1), "\n", sep = "")
