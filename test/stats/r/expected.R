# Expected values of the intervals, by R's own procedures where it has them.
# Run from this folder: Rscript expected.R > expected.json
z <- 1.644854
level <- 2 * pnorm(z) - 1
num <- function(x) sapply(x, function(v) trimws(format(v, digits = 17)))
arr <- function(x) paste0("[", paste(num(x), collapse = ", "), "]")
out <- c()
put <- function(name, rows) out <<- c(out, paste0('  "', name, '": [\n    ', paste(rows, collapse = ",\n    "), "\n  ]"))

score <- function(s, n) suppressWarnings(as.numeric(prop.test(s, n, conf.level = level, correct = FALSE)$conf.int))
counts <- list(c(0, 1), c(1, 1), c(0, 9), c(9, 9), c(1, 2), c(7, 9), c(163, 212), c(58, 141), c(399999, 400000))
# [successes, n, lower, upper]
put("wilson", sapply(counts, function(c) arr(c(c, score(c[1], c[2])))))

# [s1, n1, s2, n2, lower, upper]
pairs <- list(c(71, 100, 78, 100), c(56, 70, 48, 80), c(0, 10, 0, 20), c(10, 10, 0, 20), c(1, 1, 0, 1))
put("newcombe", sapply(pairs, function(c) {
  a <- score(c[1], c[2]); b <- score(c[3], c[4]); p <- c[1] / c[2]; q <- c[3] / c[4]
  arr(c(c, p - q - sqrt((p - a[1])^2 + (b[2] - q)^2), p - q + sqrt((a[2] - p)^2 + (q - b[1])^2)))
}))

# [p, df, quantile]
grid <- expand.grid(p = c(0.95, 0.975, 0.6, 0.05, 0.999), df = c(1, 2, 3.7, 10, 41.5, 1000, 400000))
put("student", apply(grid, 1, function(g) arr(c(g[1], g[2], qt(g[1], g[2])))))
# [p, quantile]
put("normal", sapply(c(1e-12, 0.001, 0.05, 0.3, 0.5, 0.9, 0.95, 0.999999), function(p) arr(c(p, qnorm(p)))))

samples <- list(c(8, 9, 7, 8, 6), c(7, 7, 7), c(3, 10), c(8.5, 7.25, 9, 6, 10, 4, 8))
text <- function(x) paste0('"', paste(x, collapse = " "), '"')
mean_limits <- function(x) if (sd(x) == 0) c(mean(x), mean(x)) else as.numeric(t.test(x, conf.level = 0.9)$conf.int)
# ["values", lower, upper]
put("mean", sapply(samples, function(x) paste0("[", text(x), ", ", paste(num(mean_limits(x)), collapse = ", "), "]")))
welch <- list(list(samples[[1]], samples[[4]]), list(samples[[3]], samples[[4]]), list(samples[[2]], samples[[1]]))
# ["values", "values", lower, upper]
put("welch", sapply(welch, function(w) {
  paste0("[", text(w[[1]]), ", ", text(w[[2]]), ", ", paste(num(as.numeric(t.test(w[[1]], w[[2]], conf.level = 0.9)$conf.int)), collapse = ", "), "]")
}))

# The ratio is the slope of the weighted regression of y on x without intercept; its sandwich variance is by hand.
clusters <- list(list(y = c(13, 15, 9), x = c(15, 15, 15)), list(y = c(4, 0, 7, 2), x = c(5, 3, 7, 6)), list(y = c(14, 15, 15, 15), x = c(15, 15, 15, 15)))
ratio <- function(c) {
  fit <- lm(y ~ 0 + x, data = c, weights = 1 / x)
  n <- length(c$x)
  se <- sqrt(n / (n - 1) * sum(residuals(fit)^2)) / sum(c$x)
  c(as.numeric(coef(fit)), as.numeric(coef(fit)) - z * se, as.numeric(coef(fit)) + z * se)
}
# ["y", "x", value, lower, upper], not cut to 0…1
put("clusters", sapply(clusters, function(c) paste0("[", text(c$y), ", ", text(c$x), ", ", paste(num(ratio(c)), collapse = ", "), "]")))

# [n, rank]
put("median_rank", sapply(c(1:40, 100, 213, 1000, 4999, 400000), function(n) arr(c(n, qbinom(0.05, n, 0.5)))))

cat("{\n", paste(out, collapse = ",\n"), "\n}\n", sep = "")
