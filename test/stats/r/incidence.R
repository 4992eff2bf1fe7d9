# Cumulative incidence of competing events by survival::survfit (several states), 90 % limits log(-log).
# Run from this folder: Rscript incidence.R > incidence.json
suppressMessages({library(survival); library(jsonlite)})
level <- 2 * pnorm(1.644854) - 1
set.seed(5)
exits <- function(time, event, n) data.frame(time = time, event = event, n = n)
random <- function(k, p) {
  d <- data.frame(time = rgeom(k, 0.25), event = sample(c("sql", "rejected", "disqualified", NA), k, TRUE, p))
  d <- aggregate(list(n = rep(1, k)), list(time = d$time, event = ifelse(is.na(d$event), "", d$event)), sum)
  d$event[d$event == ""] <- NA
  d
}
sets <- list(
  two_events = exits(c(1, 2, 2, 3, 5, 5, 8), c("sql", "rejected", NA, "sql", "sql", NA, NA), c(2, 1, 3, 1, 2, 1, 4)),
  young_cohort = random(60, c(0.2, 0.1, 0.05, 0.65)),
  large = random(4000, c(0.35, 0.2, 0.1, 0.35)),
  all_known = exits(c(0, 1, 4, 6), c("sql", "rejected", "sql", "rejected"), c(1, 5, 4, 2))
)
result <- lapply(names(sets), function(name) {
  d <- sets[[name]]
  rows <- d[rep(seq_len(nrow(d)), d$n), ]
  events <- sort(unique(na.omit(rows$event)))
  status <- factor(ifelse(is.na(rows$event), "censored", rows$event), c("censored", events))
  # survfit wants times above zero; a shift moves nothing else.
  fit <- survfit(Surv(rows$time + 1, status) ~ 1, conf.int = level, conf.type = "log-log")
  s <- summary(fit, times = fit$time)
  curves <- lapply(events, function(e) {
    k <- match(e, s$states)
    data.frame(time = s$time - 1, value = s$pstate[, k], standard_error = s$std.err[, k], lower = s$lower[, k], upper = s$upper[, k], at_risk = s$n.risk[, 1])
  })
  names(curves) <- events
  exits <- lapply(seq_len(nrow(d)), function(i) list(time = unbox(d$time[i]), event = if (is.na(d$event[i])) NULL else unbox(d$event[i]), n = unbox(d$n[i])))
  list(name = unbox(name), exits = exits, curves = curves)
})
cat(toJSON(result, digits = 12, null = "null", na = "null", pretty = 1), "\n", sep = "")
