;; One sweep of coordinate descent over all rows, for sixteen classes at once: what `train-planes.ts` spends its time on, in
;; the arithmetic of four numbers at a time that JavaScript has no words for. `npm run kernel` writes `plane-sweep.wasm` of it.
;;
;; A column's weights for the sixteen classes are 64 bytes, one line of the cache; so are a row's dual variables. Where the
;; arrays lie in the memory is told by `plane-sweep.ts`.
(module
  (import "planes" "memory" (memory 1))

  ;; i32, `$rowCount` of them: rows in the order in which they are gone through.
  (import "planes" "order" (global $order i32))
  ;; i32: the entries of row `r` are `starts[r]` to `starts[r + 1]`.
  (import "planes" "starts" (global $starts i32))
  ;; i32, one for each entry: its column, as the address of the column's weights.
  (import "planes" "columns" (global $columns i32))
  ;; f32, one for each entry.
  (import "planes" "values" (global $values i32))
  ;; i32, one for each row: its class.
  (import "planes" "labels" (global $labels i32))
  ;; f32, one for each row: how many times softer than others it is.
  (import "planes" "times" (global $times i32))
  ;; u8, one for each row: whether it is passed over this once.
  (import "planes" "rests" (global $rests i32))
  ;; f32, sixteen for each row.
  (import "planes" "duals" (global $duals i32))

  (import "planes" "softOwn" (global $softOwn f32))
  (import "planes" "softOther" (global $softOther f32))
  (import "planes" "smallestStep" (global $smallestStep f32))
  (import "planes" "scoreOfNothing" (global $scoreOfNothing f32))

  ;; Steps of four classes for one row. Takes their scores; moves the duals at `$at`; gives how far each class's weights move
  ;; along the row.
  (func $step (param $score v128) (param $at i32) (param $times v128) (param $isOwn v128) (result v128)
    (local $dual v128) (local $soft v128) (local $gradient v128) (local $move v128)
    (local.set $dual (v128.load (local.get $at)))
    (local.set $soft
      (f32x4.mul
        (local.get $times)
        (v128.bitselect
          (f32x4.splat (global.get $softOwn))
          (f32x4.splat (global.get $softOther))
          (local.get $isOwn))))
    ;; The row's own class is to score 1, every other one -1.
    (local.set $gradient
      (f32x4.add
        (f32x4.sub
          (v128.bitselect (local.get $score) (f32x4.neg (local.get $score)) (local.get $isOwn))
          (f32x4.splat (f32.const 1)))
        (f32x4.mul (local.get $soft) (local.get $dual))))
    (local.set $move
      (f32x4.sub
        (f32x4.max
          (f32x4.splat (f32.const 0))
          (f32x4.sub
            (local.get $dual)
            (f32x4.div
              (local.get $gradient)
              (f32x4.add (f32x4.splat (f32.const 1)) (local.get $soft)))))
        (local.get $dual)))
    ;; A step that is smaller is not taken.
    (local.set $move
      (v128.and
        (local.get $move)
        (f32x4.ge (f32x4.abs (local.get $move)) (f32x4.splat (global.get $smallestStep)))))
    (v128.store (local.get $at) (f32x4.add (local.get $dual) (local.get $move)))
    (v128.bitselect (local.get $move) (f32x4.neg (local.get $move)) (local.get $isOwn)))

  (func (export "sweep") (param $rowCount i32) (param $firstClass i32)
    (local $next i32) (local $last i32)
    (local $row i32) (local $first i32) (local $end i32) (local $entry i32)
    (local $toValue i32) (local $weights i32) (local $dual i32)
    (local $value v128) (local $soft v128) (local $class v128)
    ;; Scores of four classes each, then how far they move.
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $toValue (i32.sub (global.get $values) (global.get $columns)))
    (local.set $next (global.get $order))
    (local.set $last (i32.add (local.get $next) (i32.shl (local.get $rowCount) (i32.const 2))))
    (block $done
      (loop $rows
        (br_if $done (i32.ge_u (local.get $next) (local.get $last)))
        (local.set $row (i32.load (local.get $next)))
        (local.set $next (i32.add (local.get $next) (i32.const 4)))

        (if (i32.load8_u (i32.add (global.get $rests) (local.get $row)))
          (then
            (i32.store8 (i32.add (global.get $rests) (local.get $row)) (i32.const 0))
            (br $rows)))

        (local.set $entry (i32.add (global.get $starts) (i32.shl (local.get $row) (i32.const 2))))
        (local.set $end
          (i32.add (global.get $columns) (i32.shl (i32.load offset=4 (local.get $entry)) (i32.const 2))))
        (local.set $first
          (i32.add (global.get $columns) (i32.shl (i32.load (local.get $entry)) (i32.const 2))))

        ;; The row's scores.
        (local.set $a (f32x4.splat (global.get $scoreOfNothing)))
        (local.set $b (local.get $a))
        (local.set $c (local.get $a))
        (local.set $d (local.get $a))
        (local.set $entry (local.get $first))
        (block $scored
          (loop $score
            (br_if $scored (i32.ge_u (local.get $entry) (local.get $end)))
            (local.set $weights (i32.load (local.get $entry)))
            (local.set $value (v128.load32_splat (i32.add (local.get $entry) (local.get $toValue))))
            (local.set $a
              (f32x4.add (local.get $a) (f32x4.mul (local.get $value) (v128.load (local.get $weights)))))
            (local.set $b
              (f32x4.add (local.get $b) (f32x4.mul (local.get $value) (v128.load offset=16 (local.get $weights)))))
            (local.set $c
              (f32x4.add (local.get $c) (f32x4.mul (local.get $value) (v128.load offset=32 (local.get $weights)))))
            (local.set $d
              (f32x4.add (local.get $d) (f32x4.mul (local.get $value) (v128.load offset=48 (local.get $weights)))))
            (local.set $entry (i32.add (local.get $entry) (i32.const 4)))
            (br $score)))

        ;; Its steps.
        (local.set $soft
          (v128.load32_splat (i32.add (global.get $times) (i32.shl (local.get $row) (i32.const 2)))))
        (local.set $class
          (i32x4.splat
            (i32.sub
              (i32.load (i32.add (global.get $labels) (i32.shl (local.get $row) (i32.const 2))))
              (local.get $firstClass))))
        (local.set $dual (i32.add (global.get $duals) (i32.shl (local.get $row) (i32.const 6))))
        (local.set $a
          (call $step (local.get $a) (local.get $dual) (local.get $soft)
            (i32x4.eq (local.get $class) (v128.const i32x4 0 1 2 3))))
        (local.set $b
          (call $step (local.get $b) (i32.add (local.get $dual) (i32.const 16)) (local.get $soft)
            (i32x4.eq (local.get $class) (v128.const i32x4 4 5 6 7))))
        (local.set $c
          (call $step (local.get $c) (i32.add (local.get $dual) (i32.const 32)) (local.get $soft)
            (i32x4.eq (local.get $class) (v128.const i32x4 8 9 10 11))))
        (local.set $d
          (call $step (local.get $d) (i32.add (local.get $dual) (i32.const 48)) (local.get $soft)
            (i32x4.eq (local.get $class) (v128.const i32x4 12 13 14 15))))

        ;; A row of which no class moved is passed over once.
        (if (i32.eqz
              (v128.any_true
                (v128.or
                  (v128.or (local.get $a) (local.get $b))
                  (v128.or (local.get $c) (local.get $d)))))
          (then
            (i32.store8 (i32.add (global.get $rests) (local.get $row)) (i32.const 1))
            (br $rows)))

        ;; Its columns move.
        (local.set $entry (local.get $first))
        (block $moved
          (loop $move
            (br_if $moved (i32.ge_u (local.get $entry) (local.get $end)))
            (local.set $weights (i32.load (local.get $entry)))
            (local.set $value (v128.load32_splat (i32.add (local.get $entry) (local.get $toValue))))
            (v128.store (local.get $weights)
              (f32x4.add (v128.load (local.get $weights)) (f32x4.mul (local.get $value) (local.get $a))))
            (v128.store offset=16 (local.get $weights)
              (f32x4.add (v128.load offset=16 (local.get $weights)) (f32x4.mul (local.get $value) (local.get $b))))
            (v128.store offset=32 (local.get $weights)
              (f32x4.add (v128.load offset=32 (local.get $weights)) (f32x4.mul (local.get $value) (local.get $c))))
            (v128.store offset=48 (local.get $weights)
              (f32x4.add (v128.load offset=48 (local.get $weights)) (f32x4.mul (local.get $value) (local.get $d))))
            (local.set $entry (i32.add (local.get $entry) (i32.const 4)))
            (br $move)))
        (br $rows)))))
