@fragment 13-amount.sql
