# Penalised logistic regression: the log posterior by optim, Laplace errors from numDeriv's Hessian, averaged differences by numDeriv's gradient.
# Run from this folder: Rscript logistic.R > logistic.json
suppressMessages({library(numDeriv); library(jsonlite)})
sds <- list(field = 0.5, ae = 0.5, fixed = 10)
z <- 1.644854
set.seed(11)
simulate_patterns <- function(members, fields, sources, segments, aes) {
  d <- as.data.frame(matrix(rbinom(members * fields, 1, 0.6), members, fields))
  names(d) <- paste0("field", seq_len(fields))
  d$source <- sample(sources, members, TRUE); d$segment <- sample(segments, members, TRUE); d$ae_id <- sample(paste0("ae", seq_len(aes)), members, TRUE)
  eta <- -0.6 + as.matrix(d[, seq_len(fields), drop = FALSE]) %*% seq(0.6, -0.2, length.out = fields) + 0.4 * (d$source == sources[1]) + 0.3 * (d$ae_id == "ae1")
  d$y <- rbinom(members, 1, plogis(eta))
  list(fields = paste0("field", seq_len(fields)), rows = d)
}
sets <- list(
  plain = simulate_patterns(400, 3, c("inbound", "outbound", "event"), c("smb", "enterprise"), 5),
  few_members = simulate_patterns(25, 1, c("inbound", "outbound"), "smb", 3),
  many_fields = simulate_patterns(400, 8, c("a", "b", "c", "d"), c("x", "y", "z"), 12),
  one_ae = simulate_patterns(60, 2, "inbound", c("smb", "mid"), 1)
)
# A source of which nothing ever came.
separated <- sets$plain
separated$rows$y[separated$rows$source == "event"] <- 0
sets$separated <- separated

fit <- function(s) {
  d <- s$rows
  reference <- function(v) { t <- table(v); names(t)[which.max(t)] }
  dummies <- function(v) { l <- setdiff(sort(unique(v)), reference(v)); m <- outer(v, l, "==") * 1; colnames(m) <- l; m }
  X <- cbind(1, as.matrix(d[, s$fields, drop = FALSE]), dummies(d$source), dummies(d$segment))
  aes <- sort(unique(d$ae_id)); G <- outer(d$ae_id, aes, "==") * 1
  A <- cbind(X, G)
  prior <- c(sds$fixed, rep(sds$field, length(s$fields)), rep(sds$fixed, ncol(X) - 1 - length(s$fields)), rep(sds$ae, length(aes)))
  minus <- function(b) -sum(plogis(ifelse(d$y == 1, 1, -1) * as.numeric(A %*% b), log.p = TRUE)) + sum(b^2 / (2 * prior^2))
  slope <- function(b) -as.numeric(crossprod(A, d$y - plogis(as.numeric(A %*% b)))) + b / prior^2
  b <- rep(0, ncol(A))
  for (i in 1:5) b <- optim(b, minus, slope, method = "BFGS", control = list(reltol = 1e-16, maxit = 5000))$par
  V <- solve(jacobian(slope, b))
  difference <- function(k) function(b) {
    with <- A; with[, k] <- 1; without <- A; without[, k] <- 0
    mean(plogis(as.numeric(with %*% b)) - plogis(as.numeric(without %*% b)))
  }
  n <- ncol(X)
  se <- sqrt(diag(V))
  list(coefficients = b[1:n], standard_errors = se[1:n], groups = b[-(1:n)], group_errors = se[-(1:n)],
    differences = lapply(1 + seq_along(s$fields), function(k) {
      f <- difference(k); g <- grad(f, b); value <- f(b); e <- sqrt(as.numeric(t(g) %*% V %*% g))
      c(value, value - z * e, value + z * e)
    }))
}

result <- lapply(names(sets), function(name) {
  s <- sets[[name]]
  d <- s$rows
  key <- do.call(paste, c(d[, c(s$fields, "source", "segment", "ae_id")], sep = "|"))
  patterns <- sapply(unique(key), USE.NAMES = FALSE, FUN = function(k) {
    own <- d[key == k, ]
    # fields|source|segment|AE|members|successes
    paste(c(paste(unlist(own[1, s$fields]), collapse = ""), own$source[1], own$segment[1], own$ae_id[1], nrow(own), sum(own$y)), collapse = "|")
  })
  c(list(name = unbox(name), fields = s$fields, patterns = patterns), fit(s))
})
cat(toJSON(result, digits = 12), "\n", sep = "")
